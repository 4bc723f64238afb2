package kaigo.viewing.web;

import kaigo.access.ConsentAnswer;

/** 同意の記録 for whoever may not record one: whose consent it is, and why not. */
public record RefusedConsent(PersonPage<ConsentView> person, ConsentAnswer why) {}
