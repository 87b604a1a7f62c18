import type { Case } from './case.ts'

const GROUPS = 'THECACHEISHIDDENUNDERTHEOLDWOODENBRIDGE'
const FIVES = 'GURPN PURVF UVQQR AHAQR EGURB YQJBB QRAOE VQTRA'
const FIVES_READ = 'THECA CHEIS HIDDE NUNDE RTHEO LDWOO DENBR IDGEN'

const inGroups = (size: number, between = ' '): string =>
  GROUPS.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? ''

/** Small inputs that came out wrong, by what they have in common: ciphertext, and plaintext where it is another. */
const inputs: Record<string, readonly (readonly [ciphertext: string, plaintext?: string])[]> = {
  'spelled out': [
    ['K H O O R', 'H E L L O'],
    ['V H F U H W', 'S E C R E T'],
  ],
  'something before groups': [
    [FIVES, FIVES_READ],
    ...['\n', ' ', '"', '1. ', 'MSG: '].map((head) => [head + FIVES, head + FIVES_READ] as const),
    [FIVES.slice(2), FIVES_READ.slice(2)],
  ],
  'plain, in groups': [
    ...[1, 2, 3, 4, 5, 8].map((size) => [inGroups(size)] as const),
    ...[4, 5].map((size) => [inGroups(size, '-')] as const),
    [inGroups(5, '\n')],
  ],
  'a hint in plain text': [
    ['Ybbx hc. [bring a pen]', 'Look up. [bring a pen]'],
    ['Haqre gur ebpx. (Terrain is muddy after rain.)', 'Under the rock. (Terrain is muddy after rain.)'],
    ['Nobhg sbhe srrg hc. [In order to avoid people]', 'About four feet up. [In order to avoid people]'],
    [
      'Lifting the lid\n\nWXTK FL YKTGD, BM PTL ZKXTM FXXMBGZ RHN',
      'Lifting the lid\n\nDEAR MS FRANK, IT WAS GREAT MEETING YOU',
    ],
    ['The answer is Lbqn ibvpr', 'The answer is Yoda voice'],
  ],
  'a random tail': [
    [
      "cvpbPGS{arkg_gvzr_V'yy_gel_2_ebhaqf_bs_ebg13_MAZyqFQj}",
      "picoCTF{next_time_I'll_try_2_rounds_of_rot13_ZNMldSDw}",
    ],
    [
      "cvpbPGS{arkg_gvzr_V'yy_gel_2_ebhaqf_bs_ebg13_hyLicInt}",
      "picoCTF{next_time_I'll_try_2_rounds_of_rot13_ulYvpVag}",
    ],
    ['session id qzxvwjkh'],
    ['license key XKQZ-PWVN-JHTR'],
  ],
  rot47: [
    ['FH4E7LC@Ecf0243hbfh37_ge35fcN', 'uwctf{rot47_acb9379bf086bd74}'],
    [String.raw`x$x%s%&LH6=4~>60E_0x$x%s%&\r%u\a~a@N`, 'ISITDTU{welcOme_t0_ISITDTU-CTF-2O2o}'],
  ],
  slang: [
    ['omg no way lmao'],
    ['lol omg u r so funny'],
    ['vtn uv dhf sthv', 'omg no way lmao'],
    ['w00t! pwn3d j00 l4m3r'],
  ],
  'letters with marks': [
    ['h uhïcl mhçhkl', 'a naïve façade'],
    ['Jhmé kéqà cb, uhïcl mhçhkl, yézbté', 'Café déjà vu, naïve façade, résumé'],
  ],
  'no words': [['a b c d e f g'], ['abcdef'], ['aaaa'], ['ETAOIN SHRDLU']],
  'one word': [
    ['swfrcp', 'cipher'],
    ['djregl', 'qwerty'],
    ['xbt', 'yes'],
    ['IHHWVCSWFRCP', 'AFFINECIPHER'],
  ],
  coordinates: [['N 47° 36.412 W 122° 19.805']],
}

/** A case of each small input. */
export const smallInputs: readonly Case[] = Object.entries(inputs).flatMap(([family, pairs]) =>
  pairs.map(([ciphertext, plaintext = ciphertext], i) => ({
    id: `${family} ${i + 1}`,
    family,
    ciphertext,
    plaintext,
    claimed: true,
    language: 'en',
  })),
)
