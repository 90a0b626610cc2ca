'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { chosenFiles, droppedFiles, type PickedFile } from './upload/picked-files'

/** Takes a folder, files or a .zip: dropped, or chosen by keyboard. */
export function DropZone({ onPick }: { onPick: (files: PickedFile[]) => void }) {
  const t = useTranslations('import.drop')
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(onPick)
  }

  function hover(event: DragEvent) {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }

  return (
    <div
      onDrop={drop}
      onDragOver={hover}
      onDragLeave={hover}
      className={classes(
        'flex flex-col items-center gap-4 rounded border border-dashed px-6 py-12 text-center',
        over ? 'border-accent bg-accent-wash' : 'border-control bg-sheet',
      )}
    >
      <p className="font-medium">{t('title')}</p>
      <p className="max-w-prose text-13 text-ink-2">{t('hint')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="primary" onClick={() => files.current?.click()}>
          {t('files')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('folder')}</Button>
      </div>
      <Picker reference={files} label={t('files')} onPick={onPick} />
      <Picker reference={folder} label={t('folder')} onPick={onPick} folder />
    </div>
  )
}

type PickerProps = {
  reference: React.RefObject<HTMLInputElement | null>
  label: string
  onPick: (files: PickedFile[]) => void
  folder?: boolean
}

/** The browser's own file input, out of sight behind its button. */
function Picker({ reference, label, onPick, folder }: PickerProps) {
  return (
    <input
      ref={reference}
      type="file"
      multiple
      hidden
      aria-label={label}
      {...(folder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        if (event.target.files) onPick(chosenFiles(event.target.files))
        event.target.value = ''
      }}
    />
  )
}
