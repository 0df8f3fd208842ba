// The token with which forms are sent, as it is now: signing in anew makes another, and that in an open page is worth nothing.
export function csrfToken() {
  return document.cookie.split('; ').find((one) => one.startsWith('csrftoken='))?.slice('csrftoken='.length);
}
