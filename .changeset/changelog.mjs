// The lines of a CHANGELOG: what was written for users, and nothing else. All packages have one version, so that which of
// the others were updated goes without saying.

/** A line for one changeset. */
const getReleaseLine = async ({ summary }) => {
  const [first, ...rest] = summary.trim().split('\n')
  return [`- ${first}`, ...rest.map((line) => (line.trim() ? `  ${line}` : ''))].join('\n')
}

const getDependencyReleaseLine = async () => ''

export default { getReleaseLine, getDependencyReleaseLine }
