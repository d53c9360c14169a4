/** What a person hands over to be read. It lives in the memory of the page and nowhere else. */
export interface Pasted {
  content: string | File
  /** A file's name; null for a text. */
  name: string | null
  /** Whether more keys may follow. */
  isTyped: boolean
  /** Whether other files came with it, of which none is read. */
  isOneOfSeveral: boolean
}

export function pastedText(content: string, isTyped = false): Pasted {
  return { content, name: null, isTyped, isOneOfSeveral: false }
}

/** The first of the files; null for none. */
export function pastedFile(files: FileList | readonly File[]): Pasted | null {
  const [file] = files
  return file ? { content: file, name: file.name, isTyped: false, isOneOfSeveral: files.length > 1 } : null
}
