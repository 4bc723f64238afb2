package kaigo.access;

import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** A person at one insurer. */
public record PersonKey(InsurerNumber insurer, InsuredNumber insured) {}
