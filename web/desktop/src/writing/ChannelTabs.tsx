import { IconInfoCircle, IconStarFilled } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { isDrafted, useDrafts } from '../conversation/drafts.ts'
import { Say, useT } from '../i18n/Say.tsx'
import type { Tab } from './choice.ts'
import { KIND_ICON, KIND_WORD } from './kinds.ts'
import { hindranceWords } from './reach.ts'

interface Props {
  readonly place: string
  readonly tabs: readonly Tab[]
  readonly shown: Tab | null
  /// Of what the tabs choose the content of.
  readonly panel: string
  readonly onChoose: (tab: Tab) => void
}

/// By which channel to write. One that cannot work now stays in its place and says why. Arrows move among them, Enter
/// chooses: so nobody who only looks around loses the text.
export function ChannelTabs({ place, tabs, shown, panel, onChoose }: Props) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const move = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
    const at = all.findIndex((one) => one === document.activeElement)
    all[(at + (event.key === forward ? 1 : -1) + all.length) % all.length]?.focus()
    event.preventDefault()
  }
  const explained = tabs.find((tab) => tab.channel === asked && tab.hindrance !== null) ?? null
  return (
    <>
      <div className="channel-tabs" role="tablist" aria-label={t('composer.by')} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <One
            key={tab.channel}
            tab={tab}
            place={place}
            panel={panel}
            on={tab === shown}
            first={tab === (shown ?? tabs[0])}
            onClick={() => {
              setAsked(tab.channel)
              if (tab.hindrance === null) onChoose(tab)
            }}
          />
        ))}
      </div>
      {explained?.hindrance != null && (
        <p className="hint channel-why" role="status">
          <IconInfoCircle size={12} stroke={2} aria-hidden />
          <Say k={hindranceWords(explained.hindrance).sentence} values={{ channel: nameOfTab(explained, t) }} />
        </p>
      )}
    </>
  )
}

export function nameOfTab({ kind, ways }: Tab, t: ReturnType<typeof useT>): string {
  const [way] = ways
  return kind === 'MESSENGER' && way !== undefined ? way.account.name : t(kind === 'WEB' ? 'medium.chat' : KIND_WORD[kind])
}

interface OneProps {
  readonly tab: Tab
  readonly place: string
  readonly panel: string
  readonly on: boolean
  /// Reached by the keyboard; the arrows lead to the others.
  readonly first: boolean
  readonly onClick: () => void
}

function One({ tab, place, panel, on, first, onClick }: OneProps) {
  const t = useT()
  const drafted = useDrafts((all) => isDrafted(all, place, tab.channel))
  const Icon = KIND_ICON[tab.kind]
  const why = tab.hindrance === null ? null : hindranceWords(tab.hindrance)
  const name = nameOfTab(tab, t)
  return (
    <button
      type="button"
      role="tab"
      className="channel-tab"
      data-testid="channel-tab"
      data-channel={tab.channel.toLowerCase()}
      aria-selected={on}
      aria-controls={panel}
      aria-disabled={why !== null}
      tabIndex={first ? 0 : -1}
      title={why === null ? (tab.wanted ? t('write.preferred') : undefined) : t(why.sentence, { channel: name })}
      onClick={onClick}
    >
      <Icon size={14} stroke={1.75} aria-hidden />
      {name}
      {tab.wanted && <IconStarFilled size={11} role="img" className="wanted" aria-label={t('write.preferred')} data-testid="channel-preferred" />}
      {why !== null && (
        <span className="tag">
          <Say k={why.short} />
        </span>
      )}
      {drafted && !on && <span className="drafted" role="img" aria-label={t('composer.drafted')} title={t('composer.drafted')} />}
    </button>
  )
}
