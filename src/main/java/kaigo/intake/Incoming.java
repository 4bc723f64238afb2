package kaigo.intake;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a sender hands over: a file of 方式② or an API body of 方式①.
 *
 * @param bytes read once, to its end
 * @param name file name as given, or null for an API body without one
 * @param limit bytes at most
 */
public record Incoming(InputStream bytes, @Nullable String name, long limit) {}
