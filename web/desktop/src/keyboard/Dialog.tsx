import './keyboard.css'
import { type ReactNode, type RefObject, useEffect } from 'react'

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly label: string
  readonly className: string
  readonly testId: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/// A dialog of the browser's own: it keeps the keyboard inside, closes on Escape, and gives the keyboard back to where it
/// was.
export function Dialog({ dialog, label, className, testId, onClose, children }: Props) {
  useEffect(() => dialog.current?.showModal(), [dialog])
  return (
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-label={label}
      data-testid={testId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      {children}
    </dialog>
  )
}
