package kaigo.committee;

import java.util.List;

/**
 * 審査会資料 as its host sees it.
 *
 * @param versions the newest first
 * @param receipts of those who are invited
 */
public record Material(Meeting meeting, List<Version> versions, List<Receipt> receipts) {

    public Version current() {
        return versions.getFirst();
    }

    @Override
    public String toString() {
        return "Material[" + meeting.id() + "]";
    }
}
