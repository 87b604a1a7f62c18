/** The index of the site's texts, which VitePress makes. */
declare module '@localSearchIndex' {
  const index: { root(): Promise<{ default: string }> }
  export default index
}

declare module '*.css' {}
