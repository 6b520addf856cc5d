import './reword.css'
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'

interface Props {
  readonly conversation: Id
  readonly seq: number
  readonly onClose: () => void
}

/// What a message said before its writer changed it, the last of it first.
export function Earlier({ conversation, seq, onClose }: Props) {
  const t = useT()
  const formats = useFormats()
  const { data, error } = useQuery({
    queryKey: ['earlier', conversation, seq],
    queryFn: () => get('/api/conversations/{conversation}/messages/{seq}/earlier', { path: { conversation, seq: String(seq) } }),
    staleTime: 0,
  })
  return (
    <Modal opened onClose={onClose} title={<Say k="reword.earlier" />} closeButtonProps={useClose()} data-testid="message-earlier">
      {error !== null && <p className="hint err">{explain(error, t)}</p>}
      {data === undefined ? (
        error === null && <p className="hint slow">{t('common.loading')}</p>
      ) : (
        <ol className="reword-earlier">
          {[...data].reverse().map(({ text, until }) => (
            <li key={until}>
              <div className="meta subtle">
                <Say k="reword.until" values={{ day: formats.nearDay(until), time: <Ltr key="t">{formats.time(until)}</Ltr> }} />
              </div>
              <p className="words" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Modal>
  )
}
