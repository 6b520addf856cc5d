import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, upload } from '../../../api/http.ts'
import type { Id } from '../../../api/types.ts'
import { nameOfChannel } from '../../../contact/PreferredChannel.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { explain } from '../../../i18n/problems.ts'
import { Say, useT } from '../../../i18n/Say.tsx'
import { useCommand } from '../../../shell/useCommand.ts'
import { Choose, Group, OneOf } from '../../fields.tsx'
import { ColumnsTable } from '../../list/ColumnsTable.tsx'
import { COUNTRIES } from '../../list/countries.ts'
import { FilePick } from '../../list/FilePick.tsx'
import { useByName, useCountryName } from '../../names.ts'
import { useReadAgain } from '../../queries.ts'
import { columnsOf, type ContactPreview, guessedMeanings, type KnownPolicy, meaningSaid, meaningsWith, SKIP, tellWho } from './meaning.ts'

/// As much of a file as the server looks at for a preview.
const BEGINNING = 64 * 1024
/// Numbers without a country's code are none.
const NO_COUNTRY = ''

interface Chosen {
  readonly file: File
  readonly preview: ContactPreview
  /// What a column may mean here.
  readonly possible: readonly string[]
  readonly meanings: readonly string[]
}

/// A file of contacts: choose it, see how it is read, say what becomes of those who are known, and begin.
export function NewContactImport({ onBegun }: { readonly onBegun: (id: Id) => void }) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const countryName = useCountryName()
  const byName = useByName()
  const readAgain = useReadAgain()
  const fields = useQuery({ queryKey: ['admin', 'contact-fields'], queryFn: () => get('/api/contact-fields') })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [known, setKnown] = useState<KnownPolicy>('UPDATE')
  const [region, setRegion] = useState(NO_COUNTRY)
  const [problem, setProblem] = useState<string | null>(null)
  const onProblem = (error: unknown) => setProblem(explain(error, t))

  const look = useCommand(async (file: File, header: boolean | null, where: string) => {
    setProblem(null)
    setChosen(null)
    const { preview, mostBytes, meanings } = await upload('/api/contact-import-preview', file.slice(0, BEGINNING), {
      query: { region: where, ...(header === null ? {} : { header }) },
    })
    if (file.size > mostBytes) setProblem(t('problem.importTooLarge'))
    else setChosen({ file, preview, possible: meanings, meanings: guessedMeanings(preview) })
  }, onProblem)

  const begin = useCommand(async (one: Chosen) => {
    setProblem(null)
    const begun = await upload('/api/contact-imports', one.file, {
      query: { fileName: one.file.name, known, region, columns: columnsOf(one.meanings), header: one.preview.header, separator: one.preview.separator },
    })
    onBegun(begun.id)
    await readAgain()
  }, onProblem)

  const said = (meaning: string) => meaningSaid(meaning, fields.data ?? [], (channel) => nameOfChannel(channel, [], t), language, t)
  return (
    <>
      <Group heading="lists.file" hint="lists.fileHint">
        <FilePick says="lists.chooseFile" name={chosen?.file.name ?? null} busy={look.busy} testId="import-file" onPick={(file) => void look.run(file, null, region)} />
        <Choose
          label={<Say k="contactFile.country" />}
          description={<Say k="contactFile.countryHint" />}
          value={region}
          data-testid="import-country"
          data={[{ value: NO_COUNTRY, label: t('contactFile.noCountry') }, ...byName(COUNTRIES, countryName).map((code) => ({ value: code, label: countryName(code) }))]}
          onChange={(code) => {
            setRegion(code ?? NO_COUNTRY)
            if (chosen !== null) void look.run(chosen.file, chosen.preview.header, code ?? NO_COUNTRY)
          }}
        />
        {problem !== null && (
          <p className="admin-error" role="alert" data-testid="import-problem">
            {problem}
          </p>
        )}
      </Group>
      {chosen !== null && (
        <>
          <Group heading="lists.columns" hint="contactFile.columnsHint">
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
              <input type="checkbox" checked={chosen.preview.header} onChange={(event) => void look.run(chosen.file, event.currentTarget.checked, region)} />
              <Say k="lists.header" />
            </label>
            <ColumnsTable
              preview={chosen.preview}
              values={chosen.meanings}
              choices={() => [{ value: SKIP, label: t('lists.skip') }, ...chosen.possible.map((meaning) => ({ value: meaning, label: said(meaning) }))]}
              onChange={(at, meaning) => setChosen({ ...chosen, meanings: meaningsWith(chosen.meanings, at, meaning) })}
            />
            {!tellWho(chosen.meanings) && (
              <p className="meta admin-error" role="alert">
                <Say k="problem.contactColumnMissing" />
              </p>
            )}
          </Group>
          <Group heading="contactFile.known" hint="contactFile.knownHint">
            <OneOf
              name="import-known"
              label={t('contactFile.known')}
              value={known}
              testId="import-known"
              options={[
                { value: 'UPDATE', label: 'contactFile.known.UPDATE', hint: 'contactFile.known.UPDATEHint' },
                { value: 'KEEP', label: 'contactFile.known.KEEP', hint: 'contactFile.known.KEEPHint' },
                { value: 'REFUSE', label: 'contactFile.known.REFUSE', hint: 'contactFile.known.REFUSEHint' },
              ]}
              onChange={setKnown}
            />
            <div className="row">
              <Button variant="filled" loading={begin.busy} disabled={!tellWho(chosen.meanings)} data-testid="import-begin" onClick={() => void begin.run(chosen)}>
                <Say k="lists.import" />
              </Button>
            </div>
          </Group>
        </>
      )}
    </>
  )
}
