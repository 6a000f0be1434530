package io.hotfleet.simulator.assessment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/// A check as `multipart/form-data`.
public final class CheckForm {
    /// Fleet files; their names matter.
    @RestForm
    public List<FileUpload> files;

    /// Further releases in the form of the release data.
    @RestForm
    public FileUpload releases;

    /// An instant or a date; today at midnight in UTC if absent.
    @RestForm
    public String at;

    /// `true`: a file or a row that cannot be read stops the others; else it is left out with a line.
    @RestForm
    public boolean strict;
}
