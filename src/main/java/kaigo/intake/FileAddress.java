package kaigo.intake;

import org.jspecify.annotations.Nullable;

/**
 * ファイルの宛先: what a viewer asks for.
 *
 * @param interfaceId of the API's path: a file of another interface is not there; null on a screen
 */
public record FileAddress(Receipt receipt, @Nullable String interfaceId) {

    public FileAddress(Receipt receipt) {
        this(receipt, null);
    }

    boolean names(ReceivedFile file) {
        return interfaceId == null || interfaceId.equals(file.interfaceId());
    }
}
