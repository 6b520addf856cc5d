import { IconAlertCircle, IconClock, IconFile, IconFileText, IconFileTypePdf, IconMusic, IconPhoto, IconVideo } from '@tabler/icons-react'
import { useState } from 'react'
import { LOCALES, useLanguage } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { lookAt, lookOf } from './pictures.ts'
import type { FileView } from './wire.ts'

/// Pictures that a browser draws without running anything in them.
export const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/// A larger one is not fetched before it is asked for.
const SHOWN_BYTES = 5 * 1024 * 1024

/// Sound that browsers play.
const SOUNDS = new Set(['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/wav'])

const VIDEOS = new Set(['video/mp4', 'video/webm'])

/// The files of a message: pictures and films as such, sound to be heard, PDF and text to be looked at, anything else to
/// be saved.
export function FileChips({ files }: { readonly files: readonly FileView[] }) {
  if (files.length === 0) return null
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <One file={file} />
        </li>
      ))}
    </ul>
  )
}

function One({ file }: { readonly file: FileView }) {
  const [broken, setBroken] = useState(false)
  const t = useT()
  const address = `/api/attachments/${file.id}`
  switch (file.state) {
    case 'READY':
      return PICTURES.has(file.type) && file.bytes <= SHOWN_BYTES && !broken ? (
        <a
          className="picture"
          href={address}
          download={file.name}
          data-testid="file"
          data-type={file.type}
          title={t('files.show', { name: file.name })}
          onClick={lookAt}
        >
          <img src={address} alt={file.name} loading="lazy" onError={() => setBroken(true)} />
        </a>
      ) : VIDEOS.has(file.type) && !broken ? (
        <span className="sound">
          <video controls preload="metadata" src={address} aria-label={file.name} data-testid="video" onError={() => setBroken(true)} />
          <Saved file={file} address={address} />
        </span>
      ) : SOUNDS.has(file.type) && !broken ? (
        <span className="sound">
          <audio controls preload="none" src={address} aria-label={file.name} data-testid="sound" onError={() => setBroken(true)} />
          <Saved file={file} address={address} />
        </span>
      ) : (
        <Saved file={file} address={address} />
      )
    case 'PENDING':
      return (
        <span className="file-chip subtle" data-testid="file" data-state="PENDING">
          <IconClock size={14} stroke={1.75} aria-hidden />
          <bdi className="trunc">{file.name}</bdi>
          <Say k="files.pending" />
        </span>
      )
    case 'FAILED':
      return (
        <span className="file-chip bad" data-testid="file" data-state="FAILED">
          <IconAlertCircle size={14} stroke={1.75} aria-hidden />
          <bdi className="trunc">{file.name}</bdi>
          <Say k="files.notFetched" />
        </span>
      )
  }
}

function Saved({ file, address }: { readonly file: FileView; readonly address: string }) {
  const t = useT()
  const look = pageLook(file.type)
  return (
    <a
      className="file-chip"
      href={address}
      download={file.name}
      data-testid="file"
      data-type={file.type}
      title={t(look === null ? 'files.save' : 'files.show', { name: file.name })}
      {...(look === null ? {} : { 'data-look': look, onClick: lookAt })}
    >
      <FileIcon type={file.type} />
      <bdi className="trunc">{file.name}</bdi>
      <Bytes bytes={file.bytes} />
    </a>
  )
}

/// How a file that is not shown by itself can be looked at; null: it can only be saved. A large or broken picture cannot.
export function pageLook(type: string): 'PDF' | 'TEXT' | null {
  const look = lookOf(type)
  return look === 'PICTURE' ? null : look
}

function Bytes({ bytes }: { readonly bytes: number }) {
  const size = useSize()
  return <span className="subtle">{size(bytes)}</span>
}

export function FileIcon({ type }: { readonly type: string }) {
  const Icon = type === 'application/pdf' ? IconFileTypePdf : (ICONS[type.split('/')[0] ?? ''] ?? IconFile)
  return <Icon size={14} stroke={1.75} aria-hidden />
}

const ICONS: Readonly<Record<string, typeof IconFile>> = { image: IconPhoto, audio: IconMusic, video: IconVideo, text: IconFileText }

/// 84 kB, 2.4 MB, as people of the language write it.
export function useSize(): (bytes: number) => string {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  return (bytes) => {
    const large = bytes >= 1024 * 1024
    const unit = large ? 'megabyte' : 'kilobyte'
    const value = large ? bytes / (1024 * 1024) : Math.max(1, bytes / 1024)
    const digits = large && value < 10 ? 1 : 0
    return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)
  }
}
