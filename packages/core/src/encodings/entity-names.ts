/** Names of U+00A0 to U+00DF, in their order (HTML 4.01, 24.2.1); U+00E0 to U+00FE are small letters of the same names. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig'

/** Names of U+03B1 to U+03C9, in their order (24.3.1); capitals have them too, with a capital. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi ' +
  'chi psi omega'

/** Names and characters in turn (HTML 4.01, 24.3.1 and 24.4.1; `apos` of XML). */
const OTHERS =
  'divide ÷ yuml ÿ quot " amp & lt < gt > apos \' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ circ ˆ tilde ˜ ' +
  'ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ndash – mdash — lsquo ‘ ' +
  'rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ permil ‰ lsaquo ‹ rsaquo › euro € fnof ƒ thetasym ϑ ' +
  'upsih ϒ piv ϖ bull • hellip … prime ′ Prime ″ oline ‾ frasl ⁄ weierp ℘ image ℑ real ℜ trade ™ alefsym ℵ larr ← ' +
  'uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ ' +
  'isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ ' +
  'there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ ' +
  'sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦'

/** The characters that HTML 4 and XML have names for, by these. */
export const entityNames = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  LATIN.split(' ').forEach((name, i) => {
    names.set(name, String.fromCharCode(0xa0 + i))
    if (/^[A-Z]/.test(name)) names.set(name.toLowerCase(), String.fromCharCode(0xc0 + i))
  })
  GREEK.split(' ').forEach((name, i) => {
    names.set(name, String.fromCharCode(0x3b1 + i))
    if (name !== 'sigmaf') names.set(name[0].toUpperCase() + name.slice(1), String.fromCharCode(0x391 + i))
  })
  const others = OTHERS.split(' ')
  for (let i = 0; i < others.length; i += 2) names.set(others[i], others[i + 1])
  return names
}
