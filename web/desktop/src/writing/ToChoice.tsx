import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import type { Tab } from './choice.ts'
import { isOpen } from './choice.ts'
import { hindranceWords } from './reach.ts'
import type { Way } from './wire.ts'

interface Props {
  readonly tab: Tab
  readonly way: Way
  readonly onChoose: (way: Way) => void
}

/// To which address, and from which account of ours; to be chosen where there are several.
export function ToChoice({ tab, way, onChoose }: Props) {
  const t = useT()
  const several = tab.ways.length > 1
  const accounts = new Set(tab.ways.map((one) => one.account.id)).size
  const label = (one: Way) =>
    [
      one.address === null ? t('reach.noAddress') : isolated(one.address.value),
      ...(accounts > 1 ? [one.account.name] : []),
      ...(one.hindrance === null || one.address === null ? [] : [t(hindranceWords(one.hindrance).short)]),
    ].join(' · ')
  return (
    <div className="to-line meta muted" data-testid="to-line">
      <Say k="composer.to" />
      {several ? (
        <Select
          size="xs"
          className="to-choice"
          aria-label={t('composer.to')}
          data-testid="to-choice"
          data={tab.ways.map((one, index) => ({ value: String(index), label: label(one), disabled: !isOpen(one) }))}
          value={String(tab.ways.indexOf(way))}
          allowDeselect={false}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          rightSectionPointerEvents="none"
          onChange={(index) => {
            const chosen = index === null ? undefined : tab.ways[Number(index)]
            if (chosen !== undefined) onChoose(chosen)
          }}
        />
      ) : (
        <Ltr className="num to-value">{way.address?.value ?? ''}</Ltr>
      )}
      {accounts < 2 && (
        <span className="subtle trunc">
          <Say k="composer.from" values={{ account: <bdi key="a">{way.account.name}</bdi> }} />
        </span>
      )}
    </div>
  )
}

/// Left to right within whatever stands around it (U+2066, U+2069).
function isolated(text: string): string {
  return `\u2066${text}\u2069`
}
