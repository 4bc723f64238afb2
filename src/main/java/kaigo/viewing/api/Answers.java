package kaigo.viewing.api;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import kaigo.access.FileOutcome;
import kaigo.access.Opened;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.api.Envelope.OfFile;
import kaigo.api.Envelope.Result;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 応答: what the files of one person say, in one envelope. */
@Component
class Answers {

    private final PersonHandles handles;
    private final InstantSource clock;

    Answers(PersonHandles handles, InstantSource clock) {
        this.handles = handles;
        this.clock = clock;
    }

    /** What one file says: data, or why there is none. */
    record Said<D>(@Nullable D data, List<Fault> errors) {

        static <D> Said<D> ok(D data) {
            return new Said<>(data, List.of());
        }

        static <D> Said<D> ng(Fault fault) {
            return new Said<>(null, List.of(fault));
        }
    }

    /** The person of a path. */
    PersonKey person(String id) {
        return handles.find(id).orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    String id(PersonKey person) {
        return handles.of(person);
    }

    <T, D> Envelope<D> of(InstitutionViewer viewer, List<FileOutcome<T>> files, Function<Opened<T>, Said<D>> say) {
        List<OfFile<D>> said = files.stream().map(file -> ofFile(file, say)).toList();
        return Envelope.of(said, viewer.requestId(), clock.instant());
    }

    private <T, D> OfFile<D> ofFile(FileOutcome<T> file, Function<Opened<T>, Said<D>> say) {
        return switch (file) {
            case FileOutcome.Read<T>(PersonKey person, Opened<T> opened) -> {
                Said<D> said = say.apply(opened);
                Result result = said.errors().isEmpty() ? Result.OK : Result.NG;
                yield new OfFile<>(
                        handles.of(person),
                        person.insurer().value(),
                        person.insured().value(),
                        result,
                        said.errors(),
                        said.data(),
                        opened.standing().lostOn());
            }
            case FileOutcome.Failed<T>(PersonKey person) ->
                new OfFile<>(
                        handles.of(person),
                        person.insurer().value(),
                        person.insured().value(),
                        Result.NG,
                        List.of(Fault.of(BusinessError.FILE_UNAVAILABLE, null)),
                        null,
                        null);
        };
    }
}
