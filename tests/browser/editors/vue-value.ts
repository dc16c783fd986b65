/** A textarea or an input whose value Vue holds, by `v-model`. */
import { createApp, h, ref, vModelText, withDirectives } from "vue";
import { open, place } from "./page.ts";

export function vueValue(tag: "textarea" | "input"): void {
  const text = ref("");
  const at = place();
  createApp({
    render: () =>
      withDirectives(
        h(tag, {
          "onUpdate:modelValue": (value: string) => {
            text.value = value;
          },
        }),
        [[vModelText, text.value]],
      ),
  }).mount(at);
  open({
    element: at.querySelector<HTMLElement>(tag)!,
    text: () => text.value,
    put: (value) => {
      text.value = value;
    },
  });
}
