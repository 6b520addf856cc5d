import { Modal } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useClose } from '../../shell/useClose.ts'
import { Choose } from '../fields.tsx'
import { Reading } from '../Sheet.tsx'
import { WhyAnswer } from './WhyAnswer.tsx'

interface Props {
  readonly record: Id
  readonly customer: ReactNode
  /// The campaigns that have the record; the first is told of at once.
  readonly campaigns: readonly { readonly id: Id; readonly name: string }[]
}

/// One click tells why a record was called, or was not.
export function WhyRecord({ record, customer, campaigns }: Props) {
  const t = useT()
  const close = useClose()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Id | null>(null)
  const campaign = chosen ?? campaigns[0]?.id
  if (campaign === undefined) return null
  return (
    <>
      <button type="button" className="ib" data-testid="why" aria-label={t('why.ask')} title={t('why.ask')} onClick={() => setOpen(true)}>
        <IconHelpCircle size={16} aria-hidden />
      </button>
      <Modal opened={open} onClose={() => setOpen(false)} title={<Say k="why.title" values={{ customer }} />} closeButtonProps={close} size="lg">
        {open && (
          <div className="form why" data-testid="why-answer">
            {campaigns.length > 1 && (
              <Choose
                label={t('why.campaign')}
                data={campaigns.map((one) => ({ value: one.id, label: one.name }))}
                value={campaign}
                data-testid="why-campaign"
                onChange={setChosen}
              />
            )}
            <Answer campaign={campaign} record={record} />
          </div>
        )}
      </Modal>
    </>
  )
}

function Answer({ campaign, record }: { readonly campaign: Id; readonly record: Id }) {
  const { data, error } = useQuery({
    queryKey: ['admin', 'why', campaign, record],
    queryFn: () => get('/api/campaign-records/{campaign}/{record}/why', { path: { campaign, record } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  return data === undefined ? <Reading error={error} /> : <WhyAnswer why={data} />
}
