import type { Target } from '../fuzz/targets.ts'
import { exchangeAll } from './exchanges.ts'
import type { Part } from './part.ts'
import { requestShapes } from './request-shapes.ts'
import { shapeAttack, socketShapes } from './socket-shapes.ts'

/** Requests of different shapes, byte for byte over sockets. */
export const rawShapes = (count: number): Part => ({
  title: 'raw request shapes',
  unit: 'requests',
  count,
  run(conditions, advance) {
    const shapes = requestShapes(conditions.seed, count)
    const make = (number: number, session: Target) => (shapes[number] as (typeof shapes)[number])(session)
    return exchangeAll(conditions, { count, make }, advance)
  },
})

/** Kinds of WebSocket frames, or a part of them. */
export const allFrames = (part: number): Part => {
  const count = Math.ceil(socketShapes(1).length * part)
  return {
    title: 'kinds of WebSocket frames and messages',
    unit: 'sockets',
    count,
    run(conditions, advance) {
      const shapes = socketShapes(conditions.seed)
      const make = (number: number, target: Target) => {
        const shape = shapes[number] as (typeof shapes)[number]
        return { name: shape.name, ...shapeAttack(shape, target) }
      }
      return exchangeAll(conditions, { count, make }, advance)
    },
  }
}
