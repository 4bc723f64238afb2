package kaigo.demo;

import java.util.List;

/** What the page of the mailbox shows, the newest first. */
public record MailboxPage(List<SentMail> mails) {}
