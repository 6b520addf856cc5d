import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Say, useT } from '../i18n/Say.tsx'
import { type Command, fitting } from './commands.ts'
import { Dialog } from './Dialog.tsx'
import { KeyNames } from './KeyNames.tsx'
import { steppedTo, useChosen } from './useChosen.ts'
import { useCommands } from './useCommands.ts'
import { useContactCommands } from './useContactCommands.ts'

/// Everything that can be done, found by its words: pages, states, conversations, contacts, and what the keys can do now.
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  const own = fitting(useCommands(), words)
  const contacts = useContactCommands(words)
  const groups = contacts.commands.length === 0 ? own : [...own, contacts]
  const all = groups.flatMap((group) => group.commands)
  const keys = all.map((command) => command.id)
  const { chosen: at, choose } = useChosen(keys)
  const chosen = all.find((command) => command.id === at)
  const place = (command: Command) => `${id}${command.id}`
  const chosenPlace = chosen === undefined ? undefined : place(chosen)
  useEffect(() => {
    if (chosenPlace !== undefined) document.getElementById(chosenPlace)?.scrollIntoView({ block: 'nearest' })
  }, [chosenPlace])
  const run = (command: Command) => {
    if (command.why !== null) return
    // First the keyboard goes back to where it was; then what is done may take it elsewhere.
    dialog.current?.close()
    command.run()
  }
  return (
    <Dialog dialog={dialog} label={t('rail.commands')} className="palette" testId="palette" onClose={onClose}>
      <div className="palette-ask">
        <IconSearch size={16} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}list`}
          aria-activedescendant={chosenPlace}
          aria-autocomplete="list"
          aria-label={t('palette.ask')}
          placeholder={t('palette.ask')}
          autoComplete="off"
          dir={words === '' ? undefined : 'auto'}
          maxLength={100}
          data-testid="palette-words"
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            choose(null)
          }}
          onKeyDown={(event) => {
            const next = steppedTo(keys, at, event.key)
            if (next !== null) choose(next)
            else if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing && chosen !== undefined) run(chosen)
            else return
            event.preventDefault()
          }}
        />
      </div>
      <div className="palette-list" role="listbox" id={`${id}list`} aria-label={t('rail.commands')}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}${group.id}`}>
            <div className="label" id={`${id}${group.id}`} role="presentation">
              {group.title}
            </div>
            {group.commands.map((command) => (
              <Line key={command.id} id={place(command)} command={command} chosen={command === chosen} onRun={() => run(command)} />
            ))}
          </div>
        ))}
      </div>
      <p className={all.length === 0 ? 'palette-none' : 'unseen'} role="status">
        <Say k="palette.found" values={{ count: all.length }} />
      </p>
    </Dialog>
  )
}

interface LineProps {
  readonly id: string
  readonly command: Command
  readonly chosen: boolean
  readonly onRun: () => void
}

function Line({ id, command, chosen, onRun }: LineProps) {
  const Icon = command.icon
  const beside = command.why ?? command.detail
  return (
    <div className="command" role="option" id={id} aria-selected={chosen} aria-disabled={command.why !== null} data-testid="command" data-command={command.id} onClick={onRun}>
      <Icon size={16} stroke={1.75} aria-hidden {...(command.id === 'leave' ? { className: 'flip' } : {})} />
      <bdi className="trunc">{command.label}</bdi>
      {beside !== null && (
        <bdi className="meta muted trunc" dir="auto">
          {beside}
        </bdi>
      )}
      {command.keys !== null && (
        <span className="end">
          <KeyNames of={command.keys} />
        </span>
      )}
    </div>
  )
}
