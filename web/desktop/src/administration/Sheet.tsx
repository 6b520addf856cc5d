import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import type { Draft } from './drafts.ts'

/// What stands above the fields.
export interface Head {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  /// What can be done beside saving.
  readonly actions?: ReactNode
  /// The forms beside this one of the same thing.
  readonly tabs?: ReactNode
}

interface SheetProps<T> extends Head {
  readonly draft: Draft<T>
  readonly children: ReactNode
  /// What becomes of the form when it was saved.
  readonly onSaved?: () => void
  readonly onDiscard?: () => void
  /// A new one can be saved untouched.
  readonly fresh?: boolean
}

/// A form: what it is about at the top, its fields, and at the bottom what is not saved yet.
export function Sheet<T>({ draft, title, subtitle, actions, tabs, children, onSaved, onDiscard, fresh = false }: SheetProps<T>) {
  return (
    <form
      className="admin-form"
      ref={draft.element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void draft.submit().then((done) => {
          if (done) onSaved?.()
        })
      }}
    >
      <header className="phead">
        <div className="grow">
          <h1 className="trunc">{title}</h1>
          {subtitle !== undefined && <div className="meta muted">{subtitle}</div>}
        </div>
        {actions}
      </header>
      {tabs}
      <div className="admin-fields scroll">{children}</div>
      <Foot draft={draft} fresh={fresh} onDiscard={onDiscard} />
    </form>
  )
}

interface FootProps<T> {
  readonly draft: Draft<T>
  readonly fresh: boolean
  readonly onDiscard: (() => void) | undefined
}

function Foot<T>({ draft, fresh, onDiscard }: FootProps<T>) {
  const idle = draft.changes === 0 && !fresh
  return (
    <footer className="row admin-foot">
      <Outcome draft={draft}>
        <Say k="admin.atOnce" />
      </Outcome>
      {(!idle || onDiscard !== undefined) && (
        <Button
          disabled={draft.busy}
          data-testid="admin-discard"
          onClick={() => {
            draft.discard()
            onDiscard?.()
          }}
        >
          <Say k={fresh ? 'common.cancel' : 'admin.discard'} />
        </Button>
      )}
      <Button type="submit" variant="filled" loading={draft.busy} disabled={idle} data-testid="admin-save">
        <Say k="common.save" />
      </Button>
    </footer>
  )
}

interface OutcomeProps<T> {
  readonly draft: Draft<T>
  /// Said as long as nothing was done.
  readonly children?: ReactNode
}

/// What became of what was changed, and the way back.
export function Outcome<T>({ draft, children }: OutcomeProps<T>) {
  const said = useRef<HTMLSpanElement>(null)
  return (
    <span className="row g6 grow">
      <span className="row g3 admin-said" role="status" ref={said} tabIndex={-1}>
        <Said draft={draft}>{children}</Said>
      </span>
      {draft.past !== null && draft.problem === null && (
        <Button
          size="xs"
          aria-disabled={draft.undoing}
          data-testid="admin-undo"
          onClick={() => void draft.undo().then((done) => done || said.current?.focus())}
        >
          <Say k={draft.past.undone ? 'admin.redo' : 'merge.undo'} />
        </Button>
      )}
    </span>
  )
}

function Said<T>({ draft, children }: OutcomeProps<T>) {
  if (draft.problem !== null) return <Alarm>{draft.problem}</Alarm>
  if (draft.wrong > 0)
    return (
      <Alarm>
        <Say k="admin.fieldsWrong" values={{ count: draft.wrong }} />
      </Alarm>
    )
  if (draft.changes > 0)
    return (
      <span className="meta muted">
        <Say k="admin.changes" values={{ count: draft.changes }} />
      </span>
    )
  if (draft.past?.undone === true)
    return (
      <span className="row g3 admin-saved" data-testid="admin-undone">
        <IconArrowBackUp size={14} aria-hidden />
        <Say k="admin.undone" />
      </span>
    )
  if (!draft.saved && draft.past === null) return <span className="meta muted">{children}</span>
  return (
    <span className="row g3 admin-saved" data-testid="admin-saved">
      <IconCheck size={14} aria-hidden />
      <Say k="admin.saved" />
    </span>
  )
}

function Alarm({ children }: { readonly children: ReactNode }) {
  return (
    <span className="row g3 admin-error" data-testid="admin-problem">
      <IconAlertTriangle size={14} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

interface NoneProps {
  readonly art: ReactNode
  readonly heading: MessageKey
  readonly text: MessageKey
  readonly children?: ReactNode
}

/// Where a form would be, when nothing is chosen or there is nothing yet.
export function None({ art, heading, text, children }: NoneProps) {
  return (
    <div className="empty admin-none">
      <span className="art">{art}</span>
      <h2>
        <Say k={heading} />
      </h2>
      <p>
        <Say k={text} />
      </p>
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  )
}

/// While something is read, and when it cannot be.
export function Reading({ error }: { readonly error: Error | null }) {
  const t = useT()
  if (error !== null)
    return (
      <p className="hint err pad" role="alert">
        {explain(error, t)}
      </p>
    )
  return <p className="hint slow pad">{t('common.loading')}</p>
}
