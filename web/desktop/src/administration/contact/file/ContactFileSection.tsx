import '../../list/list.css'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id } from '../../../api/types.ts'
import { Say } from '../../../i18n/Say.tsx'
import { useMe } from '../../../session/me.ts'
import { Group } from '../../fields.tsx'
import { ContactImportProgress } from './ContactImportProgress.tsx'
import { ContactImportsLog } from './ContactImportsLog.tsx'
import { NewContactImport } from './NewContactImport.tsx'
import { useContactImports } from './queries.ts'

/// Contacts from files and to files: a new one is brought in, one that runs is watched, and what was is told of.
export function ContactFileSection() {
  const privileges = useMe()?.privileges ?? []
  const imports = useContactImports()
  const [watched, setWatched] = useState<Id | null>(null)
  const running = imports.data?.find((one) => one.state === 'RUNNING')?.id ?? null
  const shown = running ?? watched
  return (
    <div className="admin-form" data-testid="contact-files">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.contactFile" />
          </h1>
          <div className="meta muted">
            <Say k="contactFile.hint" />
          </div>
        </div>
        {running === null && watched !== null && (
          <Button size="xs" data-testid="import-another" onClick={() => setWatched(null)}>
            <Say k="contactFile.another" />
          </Button>
        )}
      </header>
      <div className="admin-fields scroll">
        {shown === null ? <NewContactImport onBegun={setWatched} /> : <ContactImportProgress key={shown} id={shown} onShown={setWatched} />}
        {privileges.includes('EXPORT_CONTACTS') && (
          <Group heading="contactFile.export" hint="contactFile.exportHint">
            <div className="row">
              <Button component="a" href="/api/contacts-file" download size="xs" leftSection={<IconDownload size={14} aria-hidden />} data-testid="contacts-export">
                <Say k="contactFile.exportAll" />
              </Button>
            </div>
          </Group>
        )}
        <ContactImportsLog imports={imports.data ?? []} />
      </div>
    </div>
  )
}
