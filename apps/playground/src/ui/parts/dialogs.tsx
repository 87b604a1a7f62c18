import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { ExamplesDialog } from './examples-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { TableDialog } from './table-dialog.tsx'

/** The dialog that is open, if one is. */
export const OpenDialog = (): JSX.Element | null => {
  const { page } = usePage()
  switch (page.dialog.value) {
    case 'share':
      return <ShareDialog />
    case 'settings':
      return <SettingsDialog />
    case 'table':
      return <TableDialog />
    case 'examples':
      return <ExamplesDialog />
    default:
      return null
  }
}
