import { Button } from '@mantine/core'
import { IconClipboardText, IconInfoCircle } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { PreviewView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { isolated } from '../i18n/written.ts'
import { useAnswerKeys, useSignals } from '../offer/answering.ts'
import { SecondsLeft } from '../offer/SecondsLeft.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { customerOf } from './preview.ts'

/// A calling record is offered: what campaign, what customer, and nothing more before it is accepted (S2-22).
export function PreviewPopup({ preview, byKeys }: { readonly preview: PreviewView; readonly byKeys: boolean }) {
  const t = useT()
  const navigate = useNavigate()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const given = { path: { preview: preview.id }, body: { offer: preview.offer } }
  const accepting = useCommand(() => send('POST', '/api/previews/{preview}/accept', given))
  const rejecting = useCommand(() => send('POST', '/api/previews/{preview}/reject', given))
  const accept = () =>
    void accepting.run().then((done) => {
      if (done) void navigate(`/conversations/${preview.id}`)
    })
  const reject = () => {
    if (preview.rejectAllowed) void rejecting.run()
  }
  const customer = customerOf(preview) ?? t('preview.noName')
  useSignals(t('preview.title'), `${preview.campaign.name} · ${isolated(customer)}`, preview.id)
  useAnswerKeys(synced && byKeys, accept, reject)
  return (
    <div
      className="offer"
      role="alertdialog"
      aria-labelledby="preview-title"
      aria-describedby="preview-who"
      data-testid="preview-offer"
    >
      <div className="offer-head">
        <span className="offer-kind">
          <IconClipboardText size={20} stroke={1.75} aria-hidden />
        </span>
        <div className="grow">
          <h2 id="preview-title">
            <Say k="preview.title" />
          </h2>
          <div className="meta muted trunc" data-testid="preview-campaign">
            <bdi>{preview.campaign.name}</bdi>
          </div>
        </div>
        {preview.offeredUntil !== null && <SecondsLeft from={preview.since} until={preview.offeredUntil} />}
      </div>
      <div className="offer-body">
        <div className="offer-name trunc" id="preview-who" data-testid="preview-customer">
          <bdi>{customer}</bdi>
        </div>
      </div>
      <div className="offer-answer">
        <Button size="lg" loading={rejecting.busy} disabled={!synced || accepting.busy || !preview.rejectAllowed} onClick={reject}>
          <Say k="offer.reject" />
        </Button>
        <Button size="lg" variant="filled" loading={accepting.busy} disabled={!synced || rejecting.busy} onClick={accept}>
          <Say k="offer.accept" />
        </Button>
      </div>
      <div className="offer-note">
        <IconInfoCircle size={14} aria-hidden />
        <Say k={!synced ? 'offer.notInSync' : preview.rejectAllowed ? 'offer.consequence' : 'preview.noReject'} />
      </div>
    </div>
  )
}
