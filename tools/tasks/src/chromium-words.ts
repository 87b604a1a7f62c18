/**
 * Features that are off: those that Playwright turns off, whose list this one replaces, and first the two pages that Chromium
 * loads beneath the address line of each window, which nobody sees here. A context of its own has a window of its own: they
 * cost 1.3 s of CPU in the moment in which a test opens its page.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** Words with which a Chromium is started that tests use. */
export const chromiumWords: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  `--disable-features=${FEATURES_OFF.join(',')}`,
]
