import { Button, Modal } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessageView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { frameOf } from './email.ts'
import { FileChips } from './FileChips.tsx'
import { People, SenderMarks } from './People.tsx'
import type { EmailView } from './wire.ts'

interface Props {
  readonly message: MessageView
  readonly email: EmailView
  readonly onClose: () => void
}

/// The whole of a mail. It is in a frame that may run nothing and belongs to nobody; links open elsewhere.
export function EmailReader({ message, email, onClose }: Props) {
  const t = useT()
  const formats = useFormats()
  const [pictures, setPictures] = useState(false)
  const [fetched, setFetched] = useState(false)
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<bdi>{email.subject === '' ? t('mail.noSubject') : email.subject}</bdi>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="email-reader"
    >
      <div className="reader">
        <div className="row">
          <div className="grow">
            <People email={email} />
            <div className="meta subtle">
              {formats.day(message.at)} <Ltr>{formats.time(message.at)}</Ltr>
            </div>
          </div>
          {email.remote && !pictures && (
            <Button size="xs" data-testid="email-pictures" leftSection={<IconPhoto size={14} aria-hidden />} onClick={() => setPictures(true)}>
              <Say k="mail.showPictures" />
            </Button>
          )}
        </div>
        <SenderMarks email={email} />
        {email.remote && !pictures && (
          <p className="hint">
            <Say k="mail.picturesWhy" />
          </p>
        )}
        {pictures && !fetched && (
          <p className="hint" role="status">
            <Say k="mail.picturesCome" />
          </p>
        )}
        <iframe
          className="reader-frame"
          data-testid="email-frame"
          title={t('mail.content')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={frameOf(message.id, pictures)}
          onLoad={() => setFetched(pictures)}
        />
        <FileChips files={message.files ?? []} />
      </div>
    </Modal>
  )
}
