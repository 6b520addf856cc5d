import { Button } from '@mantine/core'
import { IconHash, IconPlugConnected } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id, NumberView } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { Listed } from './Listed.tsx'
import { useLanguageName } from '../i18n/languageName.ts'
import { NumberForm } from './NumberForm.tsx'
import { useChoices, useNumbers, useTrunks } from './queries.ts'
import { None, Reading } from './Sheet.tsx'

/// The numbers by which customers call, and where their calls go.
export function NumbersSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const navigate = useNavigate()
  const languageName = useLanguageName()
  const numbers = useNumbers()
  const trunks = useTrunks()
  const choices = useChoices()
  if (numbers.data === undefined || trunks.data === undefined || choices.data === undefined)
    return <Reading error={numbers.error ?? trunks.error ?? choices.error} />
  const serviceOf = (number: NumberView) => choices.data.services.find((one) => one.id === number.service)?.name ?? ''
  const languageOf = (number: NumberView) => (number.language === null ? t('admin.anyLanguage') : languageName(number.language))
  const open = numbers.data.find((one) => one.id === item)
  const parts = { trunks: trunks.data, choices: choices.data }
  const art = <IconHash size={32} stroke={1.4} aria-hidden />
  return (
    <div className={numbers.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {numbers.data.length > 0 && (
        <Listed
          section="numbers"
          find="admin.findNumber"
          create="admin.new"
          entries={numbers.data.map((one) => ({
            id: one.id,
            words: `${one.number} ${serviceOf(one)} ${languageOf(one)}`,
            title: <Ltr>{one.number}</Ltr>,
            detail: (
              <>
                <bdi>{serviceOf(one)}</bdi>
                {' · '}
                {languageOf(one)}
              </>
            ),
          }))}
        />
      )}
      {trunks.data.length === 0 ? (
        <None art={<IconPlugConnected size={32} stroke={1.4} aria-hidden />} heading="admin.trunkFirstTitle" text="admin.trunkFirstText">
          <Button component={Link} to="/administration/trunks/new" variant="filled" data-testid="admin-new">
            <Say k="admin.newTrunk" />
          </Button>
        </None>
      ) : item === 'new' ? (
        <NumberForm key="new" number={null} {...parts} onMade={(id) => void navigate(`/administration/numbers/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <NumberForm key={open.id} number={open} {...parts} onMade={() => undefined} />
      ) : numbers.data.length === 0 ? (
        <None art={art} heading="admin.noNumbersTitle" text="admin.noNumbersText">
          <Button component={Link} to="/administration/numbers/new" variant="filled" data-testid="admin-new">
            <Say k="admin.newNumber" />
          </Button>
        </None>
      ) : (
        <None
          art={art}
          heading={item === null ? 'admin.chooseNumberTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.chooseNumberText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}
