import { useData, withBase } from 'vitepress'
import { type Component, defineComponent, h, onMounted, ref, watch } from 'vue'

/** Where the page in the frame keeps its choice of colours, and looks when it changes. */
const COLOURS = 'runnel.theme'

/**
 * The page itself, reading its example on the visitor's device. Until it has come, and where no script runs, the picture in
 * its slot stands in its place.
 */
export const LiveDemo: Component = defineComponent((_, { slots }) => {
  const { isDark } = useData()
  const [isHere, isDrawn] = [ref(false), ref(false)]
  const tell = (): void => {
    try {
      localStorage.setItem(COLOURS, isDark.value ? 'dark' : 'light')
    } catch {
      // Storage may be forbidden; the page in the frame then follows the device.
    }
  }
  onMounted(() => {
    tell()
    // What the page says comes first.
    const whenIdle = globalThis.requestIdleCallback ?? setTimeout
    whenIdle(() => {
      isHere.value = true
    })
  })
  watch(isDark, tell)
  return () =>
    h('div', { class: ['live-demo', isDrawn.value && 'drawn'] }, [
      h('div', { class: 'poster', 'aria-hidden': isHere.value || undefined }, slots.default?.()),
      isHere.value &&
        h('iframe', {
          src: withBase('/demo/embed.html'),
          title: 'Live demo: ciphertext turns into plaintext',
          onLoad: () => {
            isDrawn.value = true
          },
        }),
    ])
})
