import path from 'node:path'
import {
  type Application,
  Comment,
  CommentTag,
  type Context,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { root } from '../root.ts'
import type { Entry } from './entries.ts'
import { headingOf } from './tasks.ts'

/** Kinds in the order in which they stand under a heading. */
const KINDS = [ReflectionKind.Function, ReflectionKind.Variable, ReflectionKind.Class]

/** Calls entries by their names, puts their exports under headings, and leaves out what errors inherit. */
export const arrangeByTask = (application: Application, entries: readonly Entry[]): void => {
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      // One that is taken apart where it is declared has no name.
      if (parameter.name === '__namedParameters') parameter.name = 'options'
    }
    for (const module of modulesOf(project)) {
      const file = module.sources?.[0]?.fullFileName
      const entry = entries.find(({ source }) => source === file)
      if (entry) module.name = entry.name
      for (const child of module.children ?? []) {
        for (const member of inheritedOf(child)) project.removeReflection(member)
        const source = child.sources?.[0]?.fullFileName ?? file ?? ''
        const heading = headingOf(path.relative(path.join(root, 'packages'), source))
        child.comment ??= new Comment()
        child.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: heading }]))
      }
    }
  })
  const AFTER_OTHERS = -1000
  application.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }: Context) => {
      for (const module of modulesOf(project)) {
        for (const category of module.categories ?? []) category.children.sort(byUse)
      }
      for (const reflection of project.getReflectionsByKind(ReflectionKind.All))
        delete (reflection as Placed).sources
    },
    AFTER_OTHERS,
  )
}

const modulesOf = (project: ProjectReflection): DeclarationReflection[] =>
  project.getReflectionsByKind(ReflectionKind.Module) as DeclarationReflection[]

const inheritedOf = (child: { kind: ReflectionKind; children?: DeclarationReflection[] }) =>
  child.kind === ReflectionKind.Class
    ? (child.children ?? []).filter(({ inheritedFrom, flags }) => inheritedFrom || flags.isExternal)
    : []

/** The places of its definition: a page has no use for them. */
interface Placed {
  sources?: unknown
}

type Named = Pick<DeclarationReflection, 'kind' | 'name'>

/** Functions first, those that make something before all. */
const byUse = (a: Named, b: Named): number => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en')

const rankOf = ({ kind, name }: Named): number => {
  if (/^(create|load)[A-Z]/.test(name)) return name.startsWith('create') ? 0 : 1
  const place = KINDS.indexOf(kind)
  return 2 + (place === -1 ? KINDS.length : place)
}
