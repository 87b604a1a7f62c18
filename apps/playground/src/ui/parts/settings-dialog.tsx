import { encodingNames } from 'virtual:names'
import { cipherTitle } from '@runnel/core/ciphers'
import type { JSX } from 'preact'
import { cipherNames } from '../state/cipher-names.ts'
import { usePage } from '../state/page-context.ts'
import type { Theme } from '../state/settings.ts'
import { encodingTitle } from '../words/encoding-name.ts'
import { LanguageChoice } from './language-choice.tsx'
import { Modal } from './modal.tsx'

/** Where text is read, which ciphers are weighed, and colours. */
export const SettingsDialog = (): JSX.Element => {
  const { page } = usePage()
  const { settings, engineKind, reader } = page
  const themes: readonly [Theme, string][] = [
    ['device', 'As the device'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]
  return (
    <Modal title="Settings">
      <fieldset class="setting">
        <legend>Where it is read</legend>
        <label class="check">
          <input
            type="radio"
            name="engine"
            checked={engineKind.value === 'browser'}
            onChange={() => page.useEngine('browser')}
          />
          <span>
            On this device. <span class="hint">Your text stays here; works offline.</span>
          </span>
        </label>
        <label class="check">
          <input
            type="radio"
            name="engine"
            checked={engineKind.value === 'edge'}
            disabled={page.isOffline.value}
            onChange={() => page.useEngine('edge')}
          />
          <span>
            At the edge.{' '}
            <span class="hint">Your text goes to {location.host}, which keeps the session for a while.</span>
          </span>
        </label>
      </fieldset>
      <label class="label">
        Ciphers that are weighed
        <select
          class="field"
          value={reader.options.value.cipher}
          onChange={({ currentTarget }) => page.readAgain({ cipher: currentTarget.value })}
        >
          {cipherNames().map((name) => (
            <option key={name} value={name}>
              {name === 'auto' ? 'Whichever fits' : cipherTitle(name)}
            </option>
          ))}
        </select>
      </label>
      <LanguageChoice />
      <EncodingChoice />
      <fieldset class="setting">
        <legend>Colours</legend>
        {themes.map(([theme, words]) => (
          <label key={theme} class="check">
            <input
              type="radio"
              name="theme"
              checked={settings.theme.value === theme}
              onChange={() => {
                settings.theme.value = theme
              }}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <p class="hint">
        {reader.ready.value
          ? `${reader.ready.value.model}, ${reader.ready.value.units} units, ${reader.ready.value.engine}.`
          : 'The net has not arrived yet.'}{' '}
        Only the colours are remembered.
      </p>
    </Modal>
  )
}

/** Encodings around the cipher: those that are found, none, or one that is named. */
const EncodingChoice = (): JSX.Element => {
  const { page } = usePage()
  const { options } = page.reader
  const chosen = options.value.encoding
  const names = chosen && !encodingNames.includes(chosen) ? [chosen, ...encodingNames] : encodingNames
  return (
    <label class="label">
      Encoding around it
      <select
        class="field"
        value={chosen ?? 'found'}
        onChange={({ currentTarget: { value } }) => page.takeOff(value === 'found' ? undefined : value)}
      >
        <option value="found">Whichever is found</option>
        <option value="">None: read it as it stands</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {encodingTitle(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
