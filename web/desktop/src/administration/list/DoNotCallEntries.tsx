import { Button, Textarea } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { send, upload } from '../../api/http.ts'
import { useFormats } from '../../i18n/formats.ts'
import { explain } from '../../i18n/problems.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { entries as entriesIn } from '../checks.ts'
import { Choose, Group } from '../fields.tsx'
import { useByName, useCountryName } from '../names.ts'
import { useReadAgain } from '../queries.ts'
import { COUNTRIES } from './countries.ts'
import { FilePick } from './FilePick.tsx'
import { useDoNotCallEntries, useLists } from './queries.ts'
import type { DoNotCallView } from './types.ts'

/// Until a list says where its customers are.
const USUAL = 'SY'

/// What is on a do-not-call list; added by hand, or from a file with one entry on each line.
export function DoNotCallEntries({ stored }: { readonly stored: DoNotCallView }) {
  const t = useT()
  const formats = useFormats()
  const readAgain = useReadAgain()
  const doNotCall = stored.list.id
  const [query, setQuery] = useState('')
  const [text, setText] = useState('')
  const lists = useLists()
  const countryName = useCountryName()
  const byName = useByName()
  const [chosen, setChosen] = useState<string | null>(null)
  const region = chosen ?? lists.data?.[0]?.region ?? USUAL
  const [said, setSaid] = useState<string | null>(null)
  const page = useDoNotCallEntries(doNotCall, query.trim())
  const onProblem = (error: unknown) => setSaid(explain(error, t))
  const add = useCommand(async () => {
    const done = await send('POST', '/api/do-not-call/{doNotCall}/entries', {
      path: { doNotCall },
      body: { values: [...entriesIn(text)], region, reason: '' },
    })
    setText(done.refused.join('\n'))
    setSaid(t('doNotCall.added', { count: done.added, refused: done.refused.length }))
    await readAgain()
  }, onProblem)
  const bring = useCommand(async (file: File) => {
    const done = await upload('/api/do-not-call/{doNotCall}/imports', file, { path: { doNotCall }, query: { region } })
    setSaid(t('doNotCall.added', { count: done.added, refused: done.refused }))
    await readAgain()
  }, onProblem)
  const remove = useCommand(async (value: string) => {
    await send('DELETE', '/api/do-not-call/{doNotCall}/entries', { path: { doNotCall }, query: { value } })
    await readAgain()
  }, onProblem)
  return (
    <Group heading="doNotCall.entries" hint="doNotCall.entriesHint">
      <Textarea
        aria-label={t('doNotCall.entries')}
        placeholder={t('doNotCall.placeholder')}
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        data-testid="do-not-call-text"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {stored.list.kind === 'NUMBER' && (
        <Choose
          label={<Say k="admin.country" />}
          description={<Say k="lists.countryHint" />}
          value={region}
          data-testid="do-not-call-country"
          data={byName([...new Set([...COUNTRIES, region])], countryName).map((code) => ({ value: code, label: countryName(code) }))}
          onChange={setChosen}
        />
      )}
      <div className="row g6">
        <Button size="xs" disabled={text.trim() === ''} loading={add.busy} data-testid="do-not-call-add" onClick={() => void add.run()}>
          <Say k="doNotCall.add" />
        </Button>
        <FilePick says="doNotCall.fromFile" name={null} busy={bring.busy} testId="do-not-call-file" onPick={(file) => void bring.run(file)} />
      </div>
      {said !== null && (
        <p className="meta" role="status" data-testid="do-not-call-said">
          {said}
        </p>
      )}
      <label className="search">
        <IconSearch size={14} aria-hidden />
        <input type="search" aria-label={t('doNotCall.find')} placeholder={t('doNotCall.find')} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <div className="list-table" data-testid="do-not-call-entries">
        <table>
          <tbody>
            {page.data?.items.map((one) => (
              <tr key={one.value}>
                <td>
                  <Ltr>{one.value}</Ltr>
                </td>
                <td>{one.expiresAt === null ? <Say k="doNotCall.never" /> : formats.shortDay(one.expiresAt)}</td>
                <td>
                  <button type="button" className="ib" aria-label={t('admin.close', { name: one.value })} title={t('contact.remove')} onClick={() => void remove.run(one.value)}>
                    <IconX size={14} aria-hidden />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Group>
  )
}
