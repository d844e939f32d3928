export type ToastTone = "neutral" | "positive" | "danger";

export type ToastInput = {
  tone?: ToastTone;
  title: string;
  description?: string;
  /** One act, such as Undo; the toast goes when it is taken. */
  action?: { label: string; onSelect: () => void };
  requestId?: string;
};

export type Toast = ToastInput & { id: number; tone: ToastTone };

const mostShown = 3;
const none: readonly Toast[] = [];
let toasts: readonly Toast[] = none;
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const tell of listeners) tell();
}

/** Shows a message in the corner; at most three stand there, the oldest gives way. Returns its id. */
export function showToast(input: ToastInput): number {
  lastId += 1;
  set([...toasts, { ...input, tone: input.tone ?? "neutral", id: lastId }].slice(-mostShown));
  return lastId;
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => toasts,
  readOnServer: () => none,
};
