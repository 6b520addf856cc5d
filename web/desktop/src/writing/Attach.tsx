import { IconAlertCircle, IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { draftOf, drafts, useDrafts } from '../conversation/drafts.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { FileIcon, pageLook, PICTURES, useSize } from './FileChips.tsx'
import { lookAt } from './pictures.ts'
import { MOST_BYTES, type Upload, uploads, useUploadsOf } from './uploads.ts'
import type { FileView } from './wire.ts'

interface Props {
  readonly place: string
  readonly channel: string
}

/// Chooses files to go with a message.
export function AttachButton({ place, channel, most }: Props & { readonly most: number }) {
  const t = useT()
  const size = useSize()
  const input = useRef<HTMLInputElement>(null)
  const says = t('files.attach', { count: most, size: size(MOST_BYTES) })
  return (
    <>
      <button type="button" className="ib" data-testid="attach" aria-label={says} title={says} onClick={() => input.current?.click()}>
        <IconPaperclip size={16} stroke={1.75} aria-hidden />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={says}
        data-testid="attach-file"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          uploads.begin(place, channel, files, most)
        }}
      />
    </>
  )
}

const none: readonly FileView[] = []

/// What goes with the message, and what is on its way to.
export function AttachedFiles({ place, channel }: Props) {
  const draft = draftOf(place, channel)
  const files = useDrafts((all) => all.files[draft]) ?? none
  const going = useUploadsOf(draft)
  if (files.length === 0 && going.length === 0) return null
  return (
    <ul className="attached">
      {files.map((file) => (
        <li key={file.id} className="file-chip" data-testid="attached" data-state="READY">
          <Preview file={file} />
          <Named file={file} />
          <Size bytes={file.bytes} />
          <Drop name={file.name} onClick={() => drafts.attach(place, channel, files.filter((one) => one !== file))} />
        </li>
      ))}
      {going.map((upload) => (
        <Going key={upload.id} upload={upload} draft={draft} />
      ))}
    </ul>
  )
}

/// A picture as such, before it is sent.
function Preview({ file: { id, name, type } }: { readonly file: FileView }) {
  const t = useT()
  const address = `/api/attachments/${id}`
  if (!PICTURES.has(type)) return <FileIcon type={type} />
  return (
    <a
      className="picture"
      href={address}
      download={name}
      data-testid="attached-picture"
      title={t('files.show', { name })}
      onClick={lookAt}
    >
      <img src={address} alt={name} />
    </a>
  )
}

/// A document is looked at before it is sent.
function Named({ file: { id, name, type } }: { readonly file: FileView }) {
  const t = useT()
  const look = pageLook(type)
  if (look === null) return <bdi className="trunc">{name}</bdi>
  return (
    <a className="trunc" href={`/api/attachments/${id}`} download={name} data-look={look} data-testid="attached-look" title={t('files.show', { name })} onClick={lookAt}>
      <bdi>{name}</bdi>
    </a>
  )
}

function Size({ bytes }: { readonly bytes: number }) {
  const size = useSize()
  return <span className="subtle">{size(bytes)}</span>
}

function Drop({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const t = useT()
  const says = t('files.remove', { name })
  return (
    <button type="button" className="ib file-drop" aria-label={says} title={says} onClick={onClick}>
      <IconX size={12} stroke={2} aria-hidden />
    </button>
  )
}

function Going({ upload, draft }: { readonly upload: Upload; readonly draft: string }) {
  const t = useT()
  const { id, name, bytes, done, problem } = upload
  const drop = <Drop name={name} onClick={() => uploads.drop(draft, id)} />
  if (problem !== null) {
    return (
      <li className="file-chip bad" data-testid="attached" data-state="FAILED" role="alert">
        <IconAlertCircle size={14} stroke={1.75} aria-hidden />
        <bdi className="trunc">{name}</bdi>
        <Say k={PROBLEMS[problem] ?? 'files.failed'} />
        {drop}
      </li>
    )
  }
  return (
    <li className="file-chip" data-testid="attached" data-state="GOING">
      <bdi className="trunc">{name}</bdi>
      <Size bytes={bytes} />
      <progress max={1} value={done} aria-label={t('files.uploading', { name })} />
      {drop}
    </li>
  )
}

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  'file-too-large': 'files.tooLarge',
  'status-413': 'files.tooLarge',
  'files-too-many': 'files.tooMany',
  'attachment-empty': 'files.empty',
}
