package kaigo.insured.web;

import kaigo.insured.CaseKind;
import kaigo.insured.CaseList;
import kaigo.screens.Pager;

/** What the list 「連携できない方」 shows. */
public record CasesPage(CaseList list, CaseKind kind, Pager pager) {}
