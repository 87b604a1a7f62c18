import { type CipherStream, createCipherStream } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { SectionReader } from '../../saving/sections.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import type { KeyInUse } from '../locked/key-in-use.ts'
import { SoughtKey } from '../locked/sought-key.ts'
import { namedKeyOf, type RotorPlan } from './rotor-plan.ts'
import { Rotors } from './rotors.ts'

/** A belief about the start of a rotor machine: all starts are weighed until one is left. */
export class RotorBelief extends SoughtKey<number> {
  constructor(plan: RotorPlan, search: SearchPlan, saved?: SectionReader) {
    const means = {
      search,
      chance: search.chance,
      idOf: plan.idOf,
      costs: plan.costs,
      seek: (from?: SectionReader) => new Rotors(plan, from),
      use: (start: number, from?: ByteReader) => new RotorKeyInUse(plan, start, from),
      readFound(from: ByteReader) {
        const start = from.int32()
        from.demand(plan.isStart(start))
        return start
      },
      saveFound: (start: number, writer: ByteWriter) => writer.int32(start),
    }
    super(means, saved)
  }
}

/** A machine that was started somewhere, as it reads on. */
class RotorKeyInUse implements KeyInUse {
  readonly named: NamedKey
  readonly read: (text: string) => string
  readonly #stream: CipherStream

  constructor(plan: RotorPlan, start: number, saved?: ByteReader) {
    const key = plan.keyOf(start)
    const phase = saved && Int32Array.from({ length: plan.cipher.phaseLength }, () => saved.uint16())
    saved?.demand(phase?.every((turn) => turn < plan.cipher.alphabet.size) ?? true)
    this.named = namedKeyOf(plan, start)
    this.read = (text) => plan.cipher.decrypt(text, key)
    this.#stream = createCipherStream(plan.cipher, key, 'decrypt', phase)
  }

  next(unit: number): number {
    return this.#stream.push(String.fromCharCode(unit)).charCodeAt(0)
  }

  save(writer: ByteWriter): void {
    for (const turn of this.#stream.save()) writer.uint16(turn)
  }
}
