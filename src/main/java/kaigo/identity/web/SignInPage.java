package kaigo.identity.web;

import java.util.List;
import kaigo.identity.SampleAccounts.SampleAccount;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows.
 *
 * @param problem why the last try was refused, or null
 * @param message what happened before, or null
 */
public record SignInPage(
        Field insurer,
        Field login,
        Field password,
        @Nullable String problem,
        @Nullable String message,
        List<SampleAccount> samples) {}
