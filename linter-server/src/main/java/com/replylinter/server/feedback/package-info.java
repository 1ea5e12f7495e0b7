/** What agents tell about findings, kept for the trainers of the phrasebook. */
@NullMarked
package com.replylinter.server.feedback;

import org.jspecify.annotations.NullMarked;
