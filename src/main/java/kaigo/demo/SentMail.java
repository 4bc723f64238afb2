package kaigo.demo;

import java.time.Instant;
import kaigo.mail.Mail;

/** A mail that would have been sent. */
public record SentMail(Instant at, Mail mail) {}
