package kaigo.identity.web;

import java.util.List;

/**
 * @param offered whether this installation has a provider
 * @param messages what happened before
 */
public record PersonSignInPage(boolean offered, List<String> messages) {}
