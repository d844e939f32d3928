const yearInSeconds = 365 * 24 * 3600;

const denied = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The headers of every answer besides its Content-Security-Policy. The referrer stays with the portal: with none at
 * all, browsers would send `Origin: null` with forms, and the same-origin check could not tell them apart.
 */
export function securityHeaders({
  isSecure,
  isFramed = false,
}: {
  readonly isSecure: boolean;
  /** The policy of the page lists sites that may frame it, which the older header has no words for. */
  readonly isFramed?: boolean;
}): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    ...(isFramed ? {} : { "x-frame-options": "DENY" }),
    "referrer-policy": "same-origin",
    "permissions-policy": denied.map((feature) => `${feature}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isSecure ? { "strict-transport-security": `max-age=${yearInSeconds}` } : {}),
  };
}
