import { EncodingError } from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Writes a fault that is to be thrown at the next call. */
export const saveFault = (fault: EncodingError | undefined, writer: ByteWriter): void => {
  writer.text(fault?.encoding ?? '')
  if (!fault) return
  writer.float64(fault.position)
  // There is no symbol at the end of a text.
  writer.uint16(fault.symbol?.charCodeAt(0) ?? 0)
  writer.uint16(fault.symbol === undefined ? 0 : 1)
  writer.int32(fault.most ?? 0)
  writer.text(fault.reason ?? '')
}

/** Reads a fault. @throws SnapshotFormatError */
export const readFault = (reader: ByteReader): EncodingError | undefined => {
  const encoding = reader.text()
  if (encoding === '') return undefined
  const [position, unit, has, most] = [reader.float64(), reader.uint16(), reader.uint16(), reader.int32()]
  const reason = reader.text()
  reader.demand(Number.isSafeInteger(position) && position >= 0)
  return new EncodingError({
    encoding,
    position,
    ...(has === 1 && { symbol: String.fromCharCode(unit) }),
    ...(most > 0 && { most }),
    ...(reason !== '' && { reason }),
  })
}
