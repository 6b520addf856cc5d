import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { send, upload } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Choose, Group, OneOf, Pair } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { draftOfList, wishOfList } from './draft.ts'
import { FilePick } from './FilePick.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { MappingTable } from './MappingTable.tsx'
import { columnsOf, guessed, missing, newFields, remembered, type Target } from './mapping.ts'
import { useImportFormats } from './queries.ts'
import type { FilePreview, ListView, Policy } from './types.ts'

/// As much of a file as the server looks at for a preview.
const BEGINNING = 64 * 1024

interface Chosen {
  readonly file: File
  readonly preview: FilePreview
  readonly targets: readonly Target[]
}

/// A file into a list: choose it, see how it is read, say what becomes of what is there, and watch it.
export function ImportPanel({ list, onClose }: { readonly list: ListView; readonly onClose: () => void }) {
  const t = useT()
  const readAgain = useReadAgain()
  const formats = useImportFormats()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [policy, setPolicy] = useState<Policy>('ADD')
  const [dates, setDates] = useState<'DAY_FIRST' | 'MONTH_FIRST'>('DAY_FIRST')
  const [format, setFormat] = useState<string | null>(null)
  const [formatName, setFormatName] = useState('')
  const [running, setRunning] = useState<Id | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const onProblem = (error: unknown) => setProblem(explain(error, t))

  const look = useCommand(async (file: File, header: boolean | null, keep: readonly Target[] | null) => {
    setProblem(null)
    setChosen(null)
    setFormat(null)
    const { preview, mostBytes } = await upload('/api/import-preview', file.slice(0, BEGINNING), {
      query: { list: list.id, ...(header === null ? {} : { header }) },
    })
    if (file.size > mostBytes) setProblem(t('problem.importTooLarge'))
    else setChosen({ file, preview, targets: keep ?? guessed(preview) })
  }, onProblem)

  const begin = useCommand(async (one: Chosen) => {
    setProblem(null)
    const made = newFields(one.preview, one.targets)
    const before = draftOfList(list)
    if (made.length > 0)
      await send('PUT', '/api/lists/{list}', { path: { list: list.id }, body: wishOfList({ ...before, fields: [...before.fields, ...made] }) })
    if (formatName.trim() !== '') await send('POST', '/api/import-formats', { body: formatOf(formatName.trim(), one, list, dates) })
    const begun = await upload('/api/lists/{list}/imports', one.file, {
      path: { list: list.id },
      query: {
        fileName: one.file.name,
        policy,
        columns: columnsOf(one.targets, list.fields.all.length),
        header: one.preview.header,
        separator: one.preview.separator,
        dates,
      },
    })
    setRunning(begun.id)
    await readAgain()
  }, onProblem)

  const lacking = chosen === null ? [] : missing(list, chosen.targets)
  return (
    <div className="admin-form" data-testid="import-panel">
      <header className="phead">
        <div className="grow">
          <h1 className="trunc">
            <Say k="lists.importInto" values={{ name: <bdi key="n">{list.name}</bdi> }} />
          </h1>
        </div>
        <Button size="xs" data-testid="import-close" onClick={onClose}>
          <Say k={running === null ? 'common.cancel' : 'lists.backToList'} />
        </Button>
      </header>
      <div className="admin-fields scroll">
        {running !== null ? (
          <ImportProgress id={running} />
        ) : (
          <>
            <Group heading="lists.file" hint="lists.fileHint">
              <FilePick says="lists.chooseFile" name={chosen?.file.name ?? null} busy={look.busy} testId="import-file" onPick={(file) => void look.run(file, null, null)} />
            </Group>
            {chosen !== null && (
              <>
                <Group heading="lists.columns" hint="lists.columnsHint">
                  <p className="meta muted" data-testid="import-found">
                    <Say
                      k="lists.found"
                      values={{
                        encoding: <bdi key="e">{chosen.preview.encoding.replace('_', '-')}</bdi>,
                        separator: <bdi key="s">{chosen.preview.separator === '\t' ? 'TAB' : chosen.preview.separator}</bdi>,
                      }}
                    />
                  </p>
                  <label className="row g6">
                    <input type="checkbox" checked={chosen.preview.header} onChange={(event) => void look.run(chosen.file, event.currentTarget.checked, null)} />
                    <Say k="lists.header" />
                  </label>
                  {formats.data !== undefined && formats.data.length > 0 && (
                    <Choose
                      label={<Say k="lists.format" />}
                      data-testid="import-format"
                      value={format}
                      placeholder={t('admin.choose')}
                      data={formats.data.map((one) => ({ value: one.name, label: one.name }))}
                      onChange={(name) => {
                        const kept = formats.data.find((one) => one.name === name)
                        if (kept === undefined) return
                        setFormat(name)
                        setDates(kept.dates)
                        setChosen({ ...chosen, targets: remembered(chosen.preview, list, kept.columns) })
                      }}
                    />
                  )}
                  <MappingTable list={list} preview={chosen.preview} targets={chosen.targets} onChange={(targets) => setChosen({ ...chosen, targets })} />
                  {lacking.length > 0 && (
                    <p className="meta admin-error" role="alert">
                      <Say k="lists.columnMissing" values={{ fields: lacking.join(t('lists.comma')) }} />
                    </p>
                  )}
                </Group>
                <Group heading="lists.policy">
                  <OneOf
                    name="import-policy"
                    label={t('lists.policy')}
                    value={policy}
                    testId="import-policy"
                    options={[
                      { value: 'ADD', label: 'lists.policy.ADD', hint: 'lists.policy.ADDHint' },
                      { value: 'UPDATE', label: 'lists.policy.UPDATE', hint: 'lists.policy.UPDATEHint' },
                      { value: 'REPLACE', label: 'lists.policy.REPLACE', hint: 'lists.policy.REPLACEHint' },
                    ]}
                    onChange={setPolicy}
                  />
                  <Pair>
                    <Choose
                      label={<Say k="lists.dates" />}
                      value={dates}
                      data={[
                        { value: 'DAY_FIRST', label: t('lists.dates.DAY_FIRST') },
                        { value: 'MONTH_FIRST', label: t('lists.dates.MONTH_FIRST') },
                      ]}
                      onChange={(order) => setDates(order === 'MONTH_FIRST' ? 'MONTH_FIRST' : 'DAY_FIRST')}
                    />
                    <TextInput
                      label={<Say k="lists.saveFormat" />}
                      placeholder={t('lists.saveFormatHint')}
                      value={formatName}
                      data-testid="import-format-name"
                      maxLength={200}
                      onChange={(event) => setFormatName(event.currentTarget.value)}
                    />
                  </Pair>
                  <div className="row">
                    <Button variant="filled" loading={begin.busy} disabled={lacking.length > 0} data-testid="import-begin" onClick={() => void begin.run(chosen)}>
                      <Say k="lists.import" />
                    </Button>
                  </div>
                </Group>
              </>
            )}
            {problem !== null && (
              <p className="admin-error" role="alert" data-testid="import-problem">
                {problem}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function formatOf(name: string, { preview, targets }: Chosen, list: ListView, dates: 'DAY_FIRST' | 'MONTH_FIRST') {
  return {
    name,
    encoding: null,
    separator: preview.separator,
    header: preview.header,
    dates,
    columns: preview.columns.map((column, at) => {
      const target = targets[at]
      if (target === 'new') return { header: column.name, field: column.name }
      return { header: column.name, field: typeof target === 'number' ? (list.fields.all[target - 1]?.name ?? null) : null }
    }),
  }
}
