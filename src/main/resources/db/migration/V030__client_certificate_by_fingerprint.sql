-- A request names its certificate, not its insurer: one certificate stands for one insurer.
create unique index client_certificate_fingerprint on identity.client_certificate (fingerprint);
