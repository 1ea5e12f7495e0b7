/**
 * Audits of uploaded logs: a file comes in over HTTP, is audited in the background, and its reports
 * can be fetched for some days. What is known of a job lies in a folder of its own, so that jobs
 * outlive the service.
 */
@NullMarked
package com.replylinter.server.audit;

import org.jspecify.annotations.NullMarked;
