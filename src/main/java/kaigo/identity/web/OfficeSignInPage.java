package kaigo.identity.web;

import java.util.List;
import kaigo.identity.SampleOffices.SampleOfficeAccount;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * @param problem why the last try was refused, or null
 * @param message what happened before, or null
 * @param samples of the demo
 */
public record OfficeSignInPage(
        OfficeCertificate certificate,
        Field login,
        Field password,
        @Nullable String problem,
        @Nullable String message,
        List<SampleOfficeAccount> samples) {}
